// Brings the page to life. One that came with its content is shown first: its scripts lie in a template, for running them and starting takes the
// browser's only thread from painting. A page in the background is not painted and does not wait for it.
(async script => {
    const painted = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
    const run = waiting => new Promise(resolve => {
        const running = document.createElement('script');
        for (const { name, value } of waiting.attributes) running.setAttribute(name, value);
        Object.assign(running, { async: false, onload: resolve, onerror: resolve }); // one that does not come must not keep the others back
        document.body.append(running);
    });

    const later = document.getElementById(script.dataset.later);
    if (later) {
        if (!document.hidden) await painted();
        await Promise.all([...later.content.querySelectorAll('script')].map(run));
    }
    window.Blazor.start();
})(document.currentScript);
