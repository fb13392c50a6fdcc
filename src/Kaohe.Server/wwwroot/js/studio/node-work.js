// In the viewer: a click on an activity offers the way to its tasks and documents in the portal.
import { go } from './addresses.js';

export function offerWork(instanceId) {
    const link = document.createElement('a');
    link.className = 'studio-work';
    link.hidden = true;
    link.textContent = '看这个活动的任务和公文';
    link.addEventListener('click', event => {
        event.preventDefault();
        go(link.pathname);
    });
    document.body.append(link);
    document.addEventListener('click', event => {
        const node = event.target.closest?.(':is(.x6-node, .x6-widget-selection-box)[data-cell-id]');
        if (!node) {
            if (!link.contains(event.target) && event.target.closest?.('.x6-graph')) link.hidden = true;
            return;
        }
        link.href = `/design/instances/${encodeURIComponent(instanceId)}/nodes/${encodeURIComponent(node.dataset.cellId)}`;
        link.hidden = false;
    }, true);
}
