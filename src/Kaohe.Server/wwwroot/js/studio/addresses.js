// Studio changes only the address bar when somebody follows one of its links. Here that becomes a visit to the portal's page.
const pages = [
    [/^\/studio\/workflows\/definitions\/([^/]+)\/edit$/, id => `/design/flows/${id}`],
    [/^\/studio\/workflows\/instances\/([^/]+)\/view$/, id => `/design/instances/${id}`],
    [/^\/studio\/alterations\/instances\/([^/]+)$/, id => `/design/instances/${id}`],
    [/^\/studio\/workflows\/definitions$/, () => '/design/flows'],
    [/^\/studio\/workflows\/instances$/, () => '/design/instances'],
];

export function pageOf(path) {
    for (const [pattern, page] of pages) {
        const match = pattern.exec(path);
        if (match) return page(match[1]);
    }
    return null;
}

// Studio hands over an id, or an object with one.
export function open(kind, what) {
    const id = typeof what === 'string' ? what : what?.definitionId ?? what?.DefinitionId ?? what?.id ?? what?.Id;
    visit(`/studio/${kind}/${encodeURIComponent(id)}/${kind === 'workflows/instances' ? 'view' : 'edit'}`);
}

export function followStudio() {
    for (const name of ['pushState', 'replaceState']) {
        const original = history[name].bind(history);
        history[name] = (state, title, address) => {
            const path = address === undefined || address === null ? location.pathname : new URL(address, document.baseURI).pathname;
            if (path !== location.pathname && visit(path)) return;
            original(state, title, address);
        };
    }
}

function visit(path) {
    const page = pageOf(path);
    if (!page) return false;
    // A document opened by itself is followed by the next one.
    if (window.parent === window) location.assign(path);
    else go(page);
    return true;
}

// To a page of the portal: inside it by its own router.
export function go(page) {
    if (window.parent !== window && window.parent.Blazor) window.parent.Blazor.navigateTo(page);
    else window.top.location.assign(page);
}
