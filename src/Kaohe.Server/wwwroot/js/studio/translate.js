export function translateFrom() {}
