// One page of a PDF: a blank of the right size, on which picture and text are drawn while it is near the screen.

// Phones refuse larger canvases.
const mostPixels = 12_000_000;

export class SheetView {
  #pdf; #file; #number; #blank; #page; #picture; #drawing; #text; #later;
  #isShown = false;

  /** The size of page 1 stands in until the page itself is read. */
  constructor(pdf, file, number, size) {
    [this.#pdf, this.#file, this.#number, this.#blank] = [pdf, file, number, size];
    this.element = document.createElement('section');
    this.element.className = 'sheet';
    this.element.setAttribute('aria-label', `第 ${number} 页，共 ${file.numPages} 页`);
  }

  /** Makes the page so many CSS pixels wide; what is drawn is drawn anew once the width has come to rest. */
  fit(width) {
    this.width = width;
    const size = this.#page?.getViewport({ scale: 1 }) ?? this.#blank;
    const scale = width / size.width;
    this.element.style.width = `${width}px`;
    this.element.style.height = `${size.height * scale}px`;
    this.element.style.setProperty('--total-scale-factor', scale);
    if (!this.#isShown) return;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#unlessLeft(this.#draw()), 120);
  }

  show() {
    if (this.#isShown) return;
    this.#isShown = true;
    this.#unlessLeft(this.#open());
  }

  /** Gives the picture's memory back; the text stays, it is little. */
  hide() {
    this.#isShown = false;
    clearTimeout(this.#later);
    this.#drawing?.cancel();
    if (this.#picture) [this.#picture.width, this.#picture.height] = [0, 0];
    this.#picture?.remove();
    this.#picture = undefined;
  }

  async #open() {
    this.#page ??= await this.#file.getPage(this.#number);
    this.fit(this.width);
    clearTimeout(this.#later);
    await this.#draw();
  }

  // Work that has begun fails when the paper is left and its worker with it: nobody waits for it any more.
  async #unlessLeft(work) {
    try {
      await work;
    } catch (error) {
      if (this.#isShown) throw error;
    }
  }

  async #draw() {
    if (!this.#isShown || !this.#page) return;
    this.#drawing?.cancel();
    const size = this.#page.getViewport({ scale: 1 });
    const wanted = this.width / size.width * Math.max(devicePixelRatio, 1.5);
    const viewport = this.#page.getViewport({ scale: Math.min(wanted, Math.sqrt(mostPixels / (size.width * size.height))) });
    const picture = Object.assign(document.createElement('canvas'), { width: Math.round(viewport.width), height: Math.round(viewport.height) });
    picture.setAttribute('aria-hidden', 'true');
    this.#drawing = this.#page.render({ canvas: picture, viewport });
    try {
      await this.#drawing.promise;
    } catch (error) {
      if (error.name === 'RenderingCancelledException') return;
      throw error;
    }
    this.#picture?.remove();
    this.#picture = picture;
    this.element.prepend(picture);
    await this.#write(size);
    this.element.dataset.drawn = '';
  }

  // Invisible text over the picture: read aloud, found, copied.
  async #write(size) {
    if (this.#text) return;
    this.#text = document.createElement('div');
    this.#text.className = 'textLayer';
    this.element.append(this.#text);
    await new this.#pdf.TextLayer({ textContentSource: this.#page.streamTextContent(), container: this.#text, viewport: size }).render();
  }
}
