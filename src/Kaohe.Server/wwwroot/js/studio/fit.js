// Opens every drawing fitted into its window. One that would become too small to read is shown from its beginning; a running one where it stands.
const designer = '/studio/_content/Elsa.Studio.Workflows.Designer/designer.entry.js';
const readable = 0.55;
const padding = 24;

export async function fitDrawings() {
    const { graphBindings } = await import(designer);
    const fitted = new WeakMap();
    const look = () => {
        for (const { graph } of Object.values(graphBindings)) {
            const known = fitted.get(graph);
            const stands = waiting(graph);
            // Once when it is drawn, and once more when it is known where a running flow stands.
            if (!graph.container.clientHeight || graph.getNodes().length === 0 || known === 'where it stands' || (known && !stands)) continue;
            fitted.set(graph, stands ? 'where it stands' : 'as a whole');
            // Studio centres a new drawing a moment after it has put its nodes in.
            requestAnimationFrame(() => requestAnimationFrame(() => fit(graph, stands)));
        }
    };
    new MutationObserver(look).observe(document.getElementById('studio'), { subtree: true, childList: true });
    look();
}

function fit(graph, stands) {
    graph.zoomToFit({ padding, minScale: readable, maxScale: 1 });
    const drawn = graph.getContentBBox();
    const isWhole = drawn.width * graph.zoom() <= graph.container.clientWidth && drawn.height * graph.zoom() <= graph.container.clientHeight;
    if (isWhole) return;
    if (stands) graph.centerCell(stands);
    else graph.positionContent('left').translateBy(padding, 0);
}

// The first activity whose badge says that the flow waits or has failed there.
function waiting(graph) {
    const badge = graph.container.querySelector('.x6-node .mud-badge:is(.mud-theme-warning, .mud-theme-error)');
    const id = badge?.closest('.x6-node')?.dataset.cellId;
    return id ? graph.getCellById(id) : null;
}
