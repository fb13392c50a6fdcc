// <pdf-paper src="…" label="…">: shows a PDF file inside the page, on a phone as on a desk. Browsers of phones show no PDF in a frame, or its first
// page only. pdf.js (Mozilla, restored by set-up, served by this host) is fetched when the first paper comes into view, and draws page after page.
import { SheetView } from './sheet.js';

const library = '/lib/pdfjs/';
const steps = [1, 1.3, 1.6, 2, 2.6];
// A4 to GB/T 9704 has margins of 28 and 26 mm: so much larger, a phone shows the lines from edge to edge.
const onPhone = 1.3;
const margin = 28 / 210;
let loading;

function load() {
  return loading ??= import(`${library}legacy/build/pdf.min.mjs`).then(pdf => {
    pdf.GlobalWorkerOptions.workerSrc = `${library}legacy/build/pdf.worker.min.mjs`;
    return pdf;
  }).catch(error => { loading = undefined; throw error; });
}

class PdfPaper extends HTMLElement {
  static observedAttributes = ['src'];
  #sheets = [];
  #zoom = 1;
  #turn = 0;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    new IntersectionObserver((entries, watch) => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      watch.disconnect();
      this.#isSeen = true;
      this.#open();
    }, { rootMargin: '400px' }).observe(this);
    this.#width.observe(this.#pages);
    document.addEventListener('scroll', this.#moved, { passive: true });
    this.#pages.addEventListener('scroll', this.#moved, { passive: true });
  }

  disconnectedCallback() {
    this.#width.disconnect();
    document.removeEventListener('scroll', this.#moved);
    this.#pages.removeEventListener('scroll', this.#moved);
    this.#close();
    this.#isSeen = false;
  }

  attributeChangedCallback(_, before, now) { if (this.#isSeen && before !== now) this.#open(); }

  #isSeen = false;
  #width = new ResizeObserver(() => this.#fit());
  #near = new IntersectionObserver(
    entries => entries.forEach(entry => { const sheet = this.#sheets.find(one => one.element === entry.target); entry.isIntersecting ? sheet?.show() : sheet?.hide(); }),
    { rootMargin: '900px 0px', scrollMargin: '900px 0px' });
  #moved = () => this.#frame ??= requestAnimationFrame(() => { this.#frame = undefined; this.#place(); });
  #frame;

  #build() {
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.innerHTML = `<link rel="stylesheet" href="/css/pdf-paper.css">
      <div class="bar" role="toolbar" aria-label="版式文件">
        <span class="place">正在打开…</span>
        <button type="button" class="smaller" title="缩小" aria-label="缩小">−</button>
        <button type="button" class="fit">整页宽</button>
        <button type="button" class="larger" title="放大" aria-label="放大">+</button>
        <a target="_blank">原文件</a>
      </div>
      <div class="pages" role="document" tabindex="0"></div>`;
    const press = (name, act) => shadow.querySelector(name).addEventListener('click', act);
    press('.smaller', () => this.#step(-1));
    press('.larger', () => this.#step(1));
    press('.fit', () => this.#zoomTo(1));
  }

  get #pages() { return this.shadowRoot.querySelector('.pages'); }

  async #open() {
    this.#close();
    const turn = this.#turn;
    const source = this.getAttribute('src');
    this.shadowRoot.querySelector('a').href = source;
    this.#pages.setAttribute('aria-label', this.getAttribute('label') ?? '版式文件');
    this.#tell('正在打开…');
    try {
      const pdf = await load();
      if (turn !== this.#turn) return;
      this.task = pdf.getDocument({
        url: source, isEvalSupported: false, useWasm: false, enableXfa: false,
        cMapUrl: `${library}cmaps/`, cMapPacked: true, standardFontDataUrl: `${library}standard_fonts/`, wasmUrl: `${library}wasm/`,
      });
      const file = await this.task.promise;
      const first = await file.getPage(1);
      if (turn !== this.#turn) return;
      this.#sheets = Array.from({ length: file.numPages }, (_, index) => new SheetView(pdf, file, index + 1, first.getViewport({ scale: 1 })));
      this.#pages.replaceChildren(...this.#sheets.map(sheet => sheet.element));
      this.#zoom = this.clientWidth < 600 ? onPhone : 1;
      this.#fit();
      this.#place();
      this.#sheets.forEach(sheet => this.#near.observe(sheet.element));
      this.setAttribute('ready', file.numPages);
    } catch (error) {
      if (turn === this.#turn) this.#fail(source, error);
    }
  }

  #close() {
    this.#turn++;
    this.removeAttribute('ready');
    this.#near.disconnect();
    this.#sheets.forEach(sheet => sheet.hide());
    this.#sheets = [];
    this.#stop(this.task);
    this.task = undefined;
    this.shadowRoot?.querySelector('.pages').replaceChildren();
  }

  // A worker that is stopped while it still opens its file complains of that; so it is let to the end of that first.
  #stop(task) {
    const end = () => task.destroy();
    task?.promise.then(end, end);
  }

  #fail(source, error) {
    console.warn(error);
    const words = document.createElement('p');
    words.className = 'failed';
    words.setAttribute('role', 'alert');
    const link = Object.assign(document.createElement('a'), { href: source, target: '_blank', textContent: '打开原文件' });
    words.append(error?.name === 'PasswordException' ? '这份文件有打开密码，不能在页面里显示，请' : '这份文件没能在页面里打开，请刷新页面再试，或者', link, '。');
    this.#pages.replaceChildren(words);
    this.#tell('没有打开');
  }

  #step(by) {
    const at = steps.findLastIndex(step => step <= this.#zoom + 0.01);
    this.#zoomTo(steps[Math.min(steps.length - 1, Math.max(0, at + by))]);
  }

  // What is in the middle of the screen stays there.
  #zoomTo(zoom) {
    const sheet = this.#sheets[this.#page - 1]?.element;
    const { own, middle } = this.#view();
    const part = sheet ? (middle - sheet.getBoundingClientRect().top) / sheet.offsetHeight : 0;
    this.#zoom = zoom;
    this.#fit();
    if (!sheet) return;
    const moved = sheet.getBoundingClientRect().top + part * sheet.offsetHeight - middle;
    own ? (this.#pages.scrollTop += moved) : scrollBy(0, moved);
  }

  #fit() {
    const room = this.#pages.clientWidth;
    if (!room || !this.#sheets.length) return;
    this.#sheets.forEach(sheet => sheet.fit(room * this.#zoom));
    // As long as the lines fit, both margins are cut alike; past that, a line is read from its beginning.
    this.#pages.scrollLeft = this.#zoom <= onPhone ? room * (this.#zoom - 1) / 2 : room * this.#zoom * margin - 8;
    this.shadowRoot.querySelector('.smaller').disabled = this.#zoom <= steps[0];
    this.shadowRoot.querySelector('.larger').disabled = this.#zoom >= steps.at(-1);
  }

  #page = 1;

  // What is looked through: the paper's own frame, or the whole window where the paper is as long as its pages.
  #view() {
    const own = this.#pages.scrollHeight > this.#pages.clientHeight + 1;
    const seen = own ? this.#pages.getBoundingClientRect() : { top: 0, height: innerHeight };
    return { own, middle: seen.top + seen.height / 2 };
  }

  // The page in the middle of the view is the one that is read.
  #place() {
    if (!this.#sheets.length) return;
    const { middle } = this.#view();
    this.#page = Math.max(0, this.#sheets.findLastIndex(sheet => sheet.element.getBoundingClientRect().top <= middle)) + 1;
    this.#tell(`第 ${this.#page} / ${this.#sheets.length} 页`);
  }

  #tell(words) {
    const place = this.shadowRoot.querySelector('.place');
    if (place.textContent !== words) place.textContent = words;
  }
}

customElements.define('pdf-paper', PdfPaper);
