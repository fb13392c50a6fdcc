// Says what Studio has no place for: the server's reason why something was not done, or not as asked (header X-Kaohe-Note).
// Stays until somebody has read it; the next note takes its place.
export function tell(text) {
    document.querySelector('.studio-note')?.remove();
    const bar = document.createElement('div');
    bar.className = 'studio-note';
    bar.setAttribute('role', 'alert');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '知道了';
    close.addEventListener('click', () => bar.remove());
    bar.append(Object.assign(document.createElement('span'), { textContent: text }), close);
    document.body.append(bar);
}
