// In the viewer: a click on an activity offers the way to its tasks and documents in the portal.
import { go } from './addresses.js';

const activity = ':is(.x6-node, .x6-widget-selection-box)[data-cell-id]';
const slip = 5; // pixels that a hand may move while it clicks

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

    // A running drawing is drawn anew whenever a badge changes. The browser then sees no click between press and release, the person does: what counts is what was pressed.
    let pressed = null;
    document.addEventListener('pointerdown', event => {
        const place = event.button === 0 && event.target.closest?.(`.x6-graph, ${activity}`);
        pressed = place ? { id: event.target.closest(activity)?.dataset.cellId, x: event.clientX, y: event.clientY } : null;
    }, true);
    document.addEventListener('pointerup', event => {
        if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > slip) return;
        link.hidden = !pressed.id;
        if (pressed.id) link.href = `/design/instances/${encodeURIComponent(instanceId)}/nodes/${encodeURIComponent(pressed.id)}`;
        pressed = null;
    }, true);
}
