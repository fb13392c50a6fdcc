// Small things that need the browser itself.
(() => {
    // An open menu closes when something else is clicked, when a link in it is followed, and with Escape.
    const closeMenus = except => document.querySelectorAll('details[data-menu][open]').forEach(menu => { if (menu !== except) menu.open = false; });
    document.addEventListener('click', event => closeMenus(event.target.closest?.('a') ? null : event.target.closest?.('details[data-menu]')));
    document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenus(null); });
})();
// Ctrl+K opens the search; pressed while the page is still getting ready, it opens as soon as it can.
(() => {
    const open = () => {
        const box = document.querySelector('[data-search="ready"]');
        box?.click();
        return box !== null;
    };
    const openWhenReady = () => new MutationObserver((_, observer) => { if (open()) observer.disconnect(); })
        .observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-search'] });
    document.addEventListener('keydown', event => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && document.querySelector('[data-search]')) {
            event.preventDefault();
            if (!open()) openWhenReady();
        }
    });
})();
