// Tells Studio's own words from what people wrote: names and descriptions of flows, steps and variables, values, code.

// Where nothing is Studio's: the drawing, code, fields, the picker's activities.
const never = '.x6-graph, .react-flow__node, .monaco-editor, textarea, input, script, style, code, pre, .cursor-grab';

// Columns of lists, and rows of panels, whose cells hold words of Studio. Every other cell belongs to people.
const columns = new Set(['Status', 'Sub status', 'SubStatus', 'Created', 'Updated', 'Finished', 'Started', 'Completed', 'CreatedAt', 'UpdatedAt', 'FinishedAt', 'Timestamp', 'Time', 'Type', 'Is array', 'Actions']);
const rows = new Set([
    'Status', 'Sub status', 'Readonly', 'Read Only', 'Created', 'Updated', 'Finished', 'Incident Strategy', 'Structured Logs', 'Timestamp', 'Started', 'Completed', 'Event', 'Kind', 'Has Retries',
    'Run Asynchronously', 'Usable as activity', 'Published', 'Message',
]);
// What happened, beside 名称 in the panel of an event, where else people's names stand; and what Studio writes where there is nothing.
const events = new Set(['Started', 'Completed', 'Suspended', 'Resumed', 'Faulted', 'Canceled', 'Cancelled', 'Retried', 'Migrated', 'VariablesChanged', 'None']);
const labels = new WeakMap();

// Keeps the English of a label before it is replaced, so that its column or row can still be recognised.
export function rememberHeading(node, english) {
    const cell = node.parentElement.closest('th, td');
    if (cell && !labels.has(cell)) labels.set(cell, english);
}

export function whoseText(node) {
    const parent = node.parentElement;
    // The only words that Studio itself writes into the drawing: outcomes of activities to which people may add some.
    if (/^(Done|Overdue)$/.test(node.data.trim()) && parent.closest('.x6-port-label')) return 'studio';
    if (parent.closest(never) || isFlowTab(parent)) return 'people';
    if (events.has(node.data.trim())) return 'studio';
    const cell = parent.closest('td');
    return cell && !isStudioCell(cell) ? 'people' : 'studio';
}

function isStudioCell(cell) {
    const row = cell.closest('tr');
    const head = cell.closest('table')?.querySelector('thead tr');
    const index = [...row.children].indexOf(cell);
    if (head) return columns.has(labels.get(head.children[index])) || cell.matches('[colspan]');
    return index === 0 || rows.has(labels.get(row.children[0]));
}

// The first tab over the drawing is the name of the flow or of the instance.
function isFlowTab(element) {
    const tab = element.closest('.mud-tab');
    return tab !== null && tab.closest('.mud-tabs').matches('.mud-dynamic-tabs') && tab === tab.closest('.mud-tabs-tabbar-wrapper')?.querySelector('.mud-tab');
}
