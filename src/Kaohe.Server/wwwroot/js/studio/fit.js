// Opens every drawing fitted into its window. One that would become too small to read is shown from its beginning; a running one where it stands.
const designer = '/studio/_content/Elsa.Studio.Workflows.Designer/designer.entry.js';
const readable = 0.5;
const padding = 24;

export async function fitDrawings() {
    const { graphBindings } = await import(designer);
    const known = new WeakSet();
    const followed = new WeakSet();
    const look = () => {
        for (const { graph } of Object.values(graphBindings)) {
            if (!known.has(graph)) {
                known.add(graph);
                fitInsteadOfCentring(graph);
                fit(graph);
                for (const touch of ['pointerdown', 'wheel']) {
                    graph.container.addEventListener(touch, () => followed.add(graph), { capture: true, once: true, passive: true }); // from then on it lies as the person wants it
                }
            }
            if (!followed.has(graph) && placeOf(graph)) {
                followed.add(graph);
                fit(graph);
            }
        }
    };
    new MutationObserver(look).observe(document.getElementById('studio'), { subtree: true, childList: true });
    look();
}

// Studio centres each drawing that it has loaded; its button that centres says so and still does.
function fitInsteadOfCentring(graph) {
    const centre = graph.centerContent.bind(graph);
    graph.centerContent = options => {
        if (options?.useCellGeometry) return centre(options);
        fit(graph);
        return graph;
    };
}

function fit(graph) {
    const { clientWidth: width, clientHeight: height } = graph.container;
    if (!width || !height || graph.getNodes().length === 0) return;
    graph.zoomToFit({ padding, minScale: readable, maxScale: 1 });
    const drawn = graph.getContentBBox();
    if (drawn.width <= width && drawn.height <= height) return;
    const place = placeOf(graph);
    if (place) graph.centerCell(place);
    else graph.positionContent('left').translateBy(padding, 0);
}

// The first activity whose badge says that the flow waits or has failed there.
function placeOf(graph) {
    const badge = graph.container.querySelector('.x6-node .mud-badge:is(.mud-theme-warning, .mud-theme-error)');
    const id = badge?.closest('.x6-node')?.dataset.cellId;
    return id ? graph.getCellById(id) : null;
}
