// A button with data-print prints the page; inline scripts are forbidden by the content policy.
document.addEventListener('click', event => { if (event.target.closest?.('[data-print]')) window.print(); });
