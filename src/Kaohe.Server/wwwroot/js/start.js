// Brings the page to life. One that came with its content is shown first: starting takes the browser's only thread from painting.
// A page in the background is not painted and does not wait for it.
(script => {
    const start = () => window.Blazor.start();
    if (script.dataset.afterPaint === undefined || document.hidden) start();
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(start)));
})(document.currentScript);
