// Small things that need the browser itself.
(() => {
    // An open menu closes when something else is clicked, when a link in it is followed, and with Escape.
    const closeMenus = except => document.querySelectorAll('details[data-menu][open]').forEach(menu => { if (menu !== except) menu.open = false; });
    document.addEventListener('click', event => closeMenus(event.target.closest?.('a') ? null : event.target.closest?.('details[data-menu]')));
    document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenus(null); });
})();
// Ctrl+K opens the search.
document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        const box = document.querySelector('[data-search]');
        if (box) { event.preventDefault(); box.click(); }
    }
});
