// Studio proposes English names for what is new; the field shows a Chinese one, which people may change.
const proposals = [
    [/^Workflow (\d+)$/, number => `流程 ${number}`],
    [/^Variable ?(\d+)$/, number => `变量${number}`],
    [/^Input ?(\d+)$/, number => `输入${number}`],
    [/^Output ?(\d+)$/, number => `输出${number}`],
    [/^(.+) - Duplicate of .+$/, name => `${name}（副本）`],
];
const seen = new WeakSet();

export function proposeNames() {
    new MutationObserver(() => document.querySelectorAll('.mud-dialog input').forEach(propose)).observe(document.body, { subtree: true, childList: true });
}

function propose(field) {
    if (seen.has(field) || !field.value) return;
    seen.add(field);
    for (const [pattern, chinese] of proposals) {
        const match = pattern.exec(field.value);
        if (!match) continue;
        field.value = chinese(match[1]);
        // As if somebody had typed it, so that Studio knows.
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
        return;
    }
}
