// What pages do better with a script; all of them work without it.
'use strict';
(() => {
  const words = document.body.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // --- forms: say at once that they are sent, and keep what was written until it has arrived ---

  addEventListener('submit', event => {
    const button = event.submitter;
    if (!button || event.target.method !== 'post') return;
    all('[data-kept]', event.target).forEach(area => keep(area, true));
    setTimeout(() => {
      button.disabled = true;
      button.dataset.label = button.textContent;
      button.textContent = words.sending;
    });
  });
  // Back from the browser's memory: the button can be pressed again.
  addEventListener('pageshow', event => {
    if (event.persisted) all('button[data-label]').forEach(button => {
      button.disabled = false;
      button.textContent = button.dataset.label;
    });
  });

  const KEPT_MAX = 12 * 3600e3;
  const keptName = area => 'kept:' + area.dataset.kept;

  function keep(area, sent) {
    localStorage.setItem(keptName(area), JSON.stringify({ text: area.value, at: Date.now(), sent }));
  }

  function restoreKept() {
    const arrived = document.querySelector('.notice:not(.bad)');
    for (const name of Object.keys(localStorage).filter(one => one.startsWith('kept:'))) {
      const kept = JSON.parse(localStorage.getItem(name));
      if (Date.now() - kept.at > KEPT_MAX || (kept.sent && arrived)) localStorage.removeItem(name);
    }
    all('[data-kept]').forEach(area => {
      const kept = localStorage.getItem(keptName(area));
      if (kept && !area.value) area.value = JSON.parse(kept).text;
    });
  }

  addEventListener('input', event => {
    event.target.dataset.touched = '';
    if (event.target.dataset.kept) keep(event.target, false);
  });

  // --- what others did is seen without a reload ---

  const POLL = 30e3, SAY_EVERY = 5e3;
  const live = () => all('[data-live]');
  let lastSaid = 0;

  const isBusy = element => element.contains(document.activeElement)
    || all('[data-touched]', element).some(area => area.value)
    || element.querySelector('.acts details[open]');

  // What it says but for what is counted down.
  function essence(element) {
    const copy = element.cloneNode(true);
    all('[data-counted]', copy).forEach(time => time.remove());
    return copy.innerHTML;
  }

  const seen = new Map(live().map(element => [element.id, essence(element)]));

  async function refresh(id) {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return lose();
    document.getElementById('not-live').hidden = true;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const element = document.getElementById(id), fresh = page.getElementById(id);
    if (!element || !fresh) return;
    const same = essence(fresh) === seen.get(id);
    if (!isBusy(element)) swap(element, fresh);
    else if (!same) offer(element, fresh);
  }

  function swap(element, fresh) {
    const before = element.querySelector('[data-said]')?.textContent;
    seen.set(element.id, essence(fresh));
    element.replaceWith(fresh);
    say(fresh.querySelector('[data-said]')?.textContent, before);
  }

  // Who holds the focus here, or has written something, chooses when.
  function offer(element, fresh) {
    document.querySelector('.changed')?.remove();
    const line = document.createElement('p');
    line.className = 'changed';
    const button = document.createElement('button');
    button.textContent = words.show;
    button.onclick = () => { line.remove(); swap(element, fresh); };
    line.append(words.changed + ' ', button);
    element.before(line);
  }

  function say(text, before) {
    if (!text || text === before || Date.now() - lastSaid < SAY_EVERY) return;
    lastSaid = Date.now();
    document.getElementById('said').textContent = text;
  }

  function lose() {
    const bar = document.getElementById('not-live');
    if (!bar.hidden) return;
    bar.hidden = false;
    bar.firstElementChild.textContent = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: words.zone }).format(now(Date.now()));
  }

  // The house's time, whatever this machine's clock says.
  const [start, speed] = document.querySelector('meta[name=clock]').content.split(';');
  const loaded = Date.now();
  const now = real => new Date(Date.parse(start) + (real - loaded) * Number(speed));

  function look() {
    if (!document.hidden) live().forEach(element => refresh(element.id));
  }

  setInterval(look, POLL);
  document.addEventListener('visibilitychange', look);

  // --- keys: a letter moves or opens, and never commits ---

  let going = false;
  const visible = one => one.checkVisibility();

  function move(step) {
    const items = all('[data-item]').filter(visible);
    const here = items.findIndex(one => one.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, here + step))];
    next?.querySelector('a, button, summary')?.focus();
  }

  function act(key) {
    const item = document.activeElement.closest?.('[data-item]');
    const one = all(`[data-key="${key}"]`, item ?? document).find(visible);
    if (!one) return;
    one.click();
    one.parentElement.querySelector('textarea')?.focus();
  }

  addEventListener('keydown', event => {
    const typing = event.target.matches?.('input, textarea, select');
    if (event.key === 'Escape') {
      const sheet = event.target.closest?.('details[open]');
      if (sheet) { sheet.open = false; sheet.querySelector('summary').focus(); }
      return;
    }
    if (typing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.target.form?.requestSubmit(event.target.form.querySelector('button')); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || words.keys === 'off') return;
    if (going) {
      going = false;
      const target = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
      if (target) location.assign(target.href);
    } else if (event.key === 'g') going = true;
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (/[a-z]/.test(event.key)) act(event.key);
    else return;
    event.preventDefault();
  });

  restoreKept();
})();
