/** Resolves once what stands in the page now was painted: a message posted from a frame's last callback comes after it. */
const nextPaint = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });
  });

const shown = (selector: string): Promise<void> =>
  new Promise((done) => {
    if (document.querySelector(selector) !== null) return done();
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });

/** Resolves once a part of the page is there and painted. */
export const painted = async (selector: string): Promise<void> => {
  await shown(selector);
  await nextPaint();
};
