// A button with data-print prints the page; inline scripts are forbidden by the content policy.
document.addEventListener('click', event => { if (event.target.closest?.('[data-print]')) window.print(); });
// Keys of the inbox: they only press what is there to be pressed, so a page without the mouse is the same page.
(() => {
    const isTyping = target => target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog]');
    const lines = () => [...document.querySelectorAll('[data-inbox] [data-task]')];
    const here = all => Math.max(all.indexOf(document.activeElement), all.findIndex(line => line.parentElement.contains(document.activeElement)));
    const move = by => {
        const all = lines();
        const from = here(all) >= 0 ? here(all) : all.findIndex(line => line.classList.contains('current'));
        const next = all[Math.min(all.length - 1, Math.max(0, from + by))];
        next?.focus();
        next?.scrollIntoView({ block: 'nearest' });
    };
    const keys = {
        j: () => move(1),
        k: () => move(-1),
        x: () => { const all = lines(); all[here(all)]?.parentElement.querySelector('input[type=checkbox]')?.click(); },
        n: () => document.querySelector('[data-inbox] [data-next]')?.click(),
        p: () => document.querySelector('[data-inbox] [data-previous]')?.click(),
        '/': () => document.querySelector('[data-inbox] [data-find]')?.focus(),
        '?': () => { const help = document.querySelector('[data-inbox] [data-keys]'); if (help) help.open = !help.open; },
    };
    document.addEventListener('keydown', event => {
        if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey && document.querySelector('[data-inbox]') && !isTyping(event.target)) {
            event.preventDefault();
            keys[event.key]();
        }
    });
})();
