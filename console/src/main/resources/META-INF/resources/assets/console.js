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

  // --- what others did is seen without a reload: its name comes, and the page fetches itself ---

  const QUIET = 250, QUIET_MAX = 2e3, SPREAD = 500, POLL = 30e3, POLL_LIVE = 4, SAY_EVERY = 5e3;
  const ANSWER_MAX = 10e3, LOST_MAX = 5e3, SILENT_MAX = 32e3, RETRY = 3e3, HIDDEN_MAX = 60e3;
  const live = () => document.querySelector('[data-live]');

  // The house's time, whatever this machine's clock says.
  const [start, speed] = document.querySelector('meta[name=clock]').content.split(';');
  const loaded = Date.now();
  const clock = real => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: words.zone })
    .format(new Date(Date.parse(start) + (real - loaded) * Number(speed)));

  const isBusy = element => element.contains(document.activeElement)
    || all('[data-touched]:not([data-kept])', element).some(area => area.value)
    || element.querySelector('.acts details[open]');

  // What it says but for what is counted down.
  function essence(element) {
    const copy = element.cloneNode(true);
    all('[data-counted]', copy).forEach(time => time.remove());
    return copy.innerHTML;
  }

  let seen = live() && essence(live()), offered, known = loaded, looking = false, again = false;

  // One at a time, so that no older answer comes over a newer one.
  async function look() {
    again = looking;
    if (looking || document.hidden || !live()) return;
    looking = true;
    await fetchIt().catch(() => {});
    looking = false;
    if (again) look();
  }

  async function fetchIt() {
    const answer = await fetch(live().dataset.from, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(ANSWER_MAX) });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const element = live(), fresh = page.getElementById(element.id);
    if (!fresh || 'silent' in fresh.dataset) return; // what was known last says more
    known = Date.now();
    if (!isBusy(element)) swap(element, fresh);
    else if (essence(fresh) !== (offered ?? seen)) offer(element, fresh);
  }

  // What it is for: where it sends to, or what it is called but for how many there are.
  const sheet = details => details.querySelector('form')?.getAttribute('action') ?? details.firstElementChild.textContent.replace(/\d+/g, '');

  function swap(element, fresh) {
    const before = element.querySelector('[data-said]')?.textContent, after = fresh.querySelector('[data-said]')?.textContent;
    const open = all('details[open]', element).map(sheet);
    seen = offered = essence(fresh);
    element.replaceWith(fresh);
    all('details', fresh).filter(one => open.includes(sheet(one))).forEach(one => { one.open = true; });
    document.querySelector('.changed')?.remove();
    restoreKept();
    if (after && after !== before) say(after);
  }

  // Who holds the focus here, or has written something, chooses when.
  function offer(element, fresh) {
    const line = document.createElement('p'), button = document.createElement('button');
    offered = essence(fresh);
    line.className = 'changed';
    button.textContent = words.show;
    button.onclick = () => { swap(element, fresh); document.getElementById('main').focus({ preventScroll: true }); };
    line.append(`${words.changed} ${clock(known)} `, button);
    document.querySelector('.changed')?.remove();
    element.before(line);
    say(words.changed + ' ' + clock(known));
  }

  let said = 0, saying;

  // The newest only, and never more than one in five seconds.
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => {
      said = Date.now();
      document.getElementById('said').textContent = text;
    }, said + SAY_EVERY - Date.now());
  }

  let asked, first;

  function changed(names) {
    const element = live();
    if (!names.some(name => name === '*' || name === element.dataset.live)) return;
    first ??= Date.now();
    clearTimeout(asked);
    const wait = QUIET + (element.dataset.live === 'board' ? Math.random() * SPREAD : 0);
    asked = setTimeout(() => { first = null; look(); }, Math.min(wait, first + QUIET_MAX - Date.now()));
  }

  let heard = loaded, lost = loaded;

  function hear(names) {
    heard = Date.now();
    lost = null;
    show();
    if (names) changed(names.split(' '));
  }

  function lose() {
    lost ??= Date.now();
    show();
  }

  function show() {
    const bar = document.getElementById('not-live'), before = bar.hidden;
    document.getElementById('live').hidden = Boolean(lost) || 'partly' in live().dataset;
    bar.hidden = !lost || Date.now() - lost < LOST_MAX;
    if (bar.hidden) return;
    [lost, known].forEach((at, i) => { all('time', bar)[i].textContent = clock(at); });
    if (before) say(bar.textContent);
  }

  // One stream a browser and reader: six tabs would take all of its connections. The tab that has it tells the others.
  const channel = new BroadcastChannel('live:' + words.listener);
  let source, retry, letGo, hiding;

  function tell(message) {
    channel.postMessage(message);
    message.lost ? lose() : hear(message.names);
  }

  channel.onmessage = ({ data }) => {
    if (!letGo) return;
    if (!data.joins) data.lost ? lose() : hear(data.names);
    else if (source && !lost) channel.postMessage({});
  };

  function open() {
    source = new EventSource('/live');
    source.addEventListener('beat', () => tell({}));
    source.addEventListener('changed', event => tell({ names: event.data }));
    source.onerror = () => {
      tell({ lost: true });
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY);
    };
  }

  function close() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  function join() {
    if (letGo || !words.listener || !live()) return;
    heard = lost = Date.now();
    const wish = new AbortController();
    const listening = new Promise(done => {
      letGo = () => { letGo = null; wish.abort(); close(); done(); };
    });
    channel.postMessage({ joins: true });
    // Only where a page may be trusted with locks; elsewhere each tab has its own.
    if (navigator.locks) navigator.locks.request(channel.name, { signal: wish.signal }, () => { open(); return listening; }).catch(() => {});
    else open();
  }

  function watch() {
    if (!letGo || document.hidden) return;
    if (Date.now() - heard > SILENT_MAX) {
      lost ??= heard;
      heard = Date.now();
      if (source) { close(); open(); }
    }
    show();
  }

  function come() {
    clearTimeout(hiding);
    join();
    look();
  }

  let polls = 0;
  setInterval(() => { if (!words.listener || lost || 'partly' in (live()?.dataset ?? {}) || ++polls % POLL_LIVE === 0) look(); }, POLL);
  setInterval(watch, 1e3);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiding = setTimeout(() => letGo?.(), HIDDEN_MAX);
    else come();
  });
  addEventListener('pagehide', () => letGo?.());
  addEventListener('pageshow', event => { if (event.persisted) come(); });
  if (!document.hidden) join();

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
