// A text that saves itself. Python gets {text, base, rev} 800 ms after the last key, on leaving the field, and on Ctrl+Enter.
// What is typed lives in localStorage until the database has it, so a reload or a lost connection loses no word.
const PAUSE = 800
const PATIENCE = 10_000
const boxes = new WeakMap()

// Words on their way. Streamlit drops what a field sent if its page is left while a run is under way, so a link waits for them.
const underway = (document[Symbol.for("tiger.underway")] ??= new Set())
if (!underway.kept) {
  underway.kept = true
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]")
    if (!link || !underway.size || event.ctrlKey || event.metaKey || event.shiftKey || link.target === "_blank") return
    event.preventDefault()
    event.stopImmediatePropagation()
    const end = Date.now() + PATIENCE
    const follow = () => {
      if (underway.size && Date.now() < end) return setTimeout(follow, 50)
      underway.clear()
      if (link.isConnected) link.click()
      else location.assign(link.href)
    }
    follow()
  }, true)
}

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)) } catch { return null }
}

function remember(box) {
  try { localStorage.setItem(box.draft, JSON.stringify({ text: box.area.value, base: box.base, rev: box.rev })) } catch { /* full or forbidden */ }
}

function forget(box) {
  try { localStorage.removeItem(box.draft) } catch { /* forbidden */ }
}

function send(box) {
  clearTimeout(box.timer)
  if (box.area.value === box.sent && box.rev === box.sentRev) return
  box.sent = box.area.value
  box.sentRev = box.rev
  box.at = Date.now()
  underway.add(box.draft)
  box.setStateValue("typed", { text: box.area.value, base: box.base, rev: box.rev, at: box.at })
}

function show(box) {
  const { words, limit, saved } = box.data
  const over = limit ? box.area.value.length - limit : 0
  const clean = box.area.value === box.base
  box.state.textContent = clean ? saved : words.unsaved
  box.state.className = clean ? "" : "unsaved"
  box.count.textContent = limit ? `${box.area.value.length} / ${limit}` + (over > 0 ? ` · ${words.over.replace("{n}", over)}` : "") : ""
  box.count.className = over > 0 ? "count over" : "count"
}

function restore(box) {
  const draft = read(box.draft)
  if (!draft || typeof draft.text !== "string" || draft.text === box.base) return forget(box)
  box.area.value = draft.text
  // Begun on the text that is stored: go on from here. Begun on another: Python must see the older number and ask.
  if (draft.base !== box.base) { box.base = draft.base; box.rev = draft.rev }
  send(box)
}

function start(parent, data) {
  const box = {
    area: parent.querySelector("textarea"), state: parent.querySelector("output"), count: parent.querySelector(".count"),
    label: parent.querySelector("label"), draft: `tiger:${data.owner}:${data.field}`, base: data.text, rev: data.rev, data,
  }
  box.area.id = data.field
  box.label.htmlFor = data.field
  box.area.value = data.text
  box.area.oninput = () => {
    remember(box)
    show(box)
    clearTimeout(box.timer)
    box.timer = setTimeout(() => send(box), PAUSE)
  }
  box.area.onfocus = () => { box.visited = true }
  box.area.onblur = () => { if (box.area.value !== box.base) send(box) }
  box.area.onkeydown = event => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(box) }
  boxes.set(parent, box)
  return box
}

function update(box, data) {
  if (data.heard === box.at) underway.delete(box.draft)
  const untouched = box.area.value === box.base
  if (data.text === box.area.value) { box.base = data.text; box.rev = data.rev; forget(box) }
  else if (untouched || data.replace !== box.data.replace) { box.base = data.text; box.rev = data.rev; box.area.value = data.text; forget(box) }
  else if (data.text === box.base || data.text === box.sent) { box.base = data.text; box.rev = data.rev; remember(box) }
  box.data = data
}

// A figure chosen beside the field: at the cursor where the reader had one, else at the end, with a space around it.
function insert(box, text) {
  const { area } = box
  const [from, to] = box.visited ? [area.selectionStart, area.selectionEnd] : [area.value.length, area.value.length]
  const before = area.value.slice(0, from), after = area.value.slice(to)
  const open = before && !/[\s(„“«"]$/.test(before) ? " " : "", close = after && !/^[\s.,;:!?)%]/.test(after) ? " " : ""
  area.value = before + open + text + close + after
  area.selectionStart = area.selectionEnd = (before + open + text + close).length
  remember(box)
  send(box)
  area.focus()
}

export default function ({ data, parentElement, setStateValue }) {
  let box = boxes.get(parentElement)
  const fresh = !box
  if (fresh) box = start(parentElement, data)
  box.setStateValue = setStateValue
  if (!fresh) update(box, data)
  box.data = data
  box.label.textContent = data.label
  box.area.placeholder = data.placeholder
  box.area.rows = data.lines
  box.area.disabled = data.disabled
  parentElement.querySelector(".field").hidden = false
  if (fresh && !data.disabled) restore(box)
  const chosen = !fresh && data.inserts !== box.inserts
  box.inserts = data.inserts // before it is sent, as that may draw the field again
  if (chosen) insert(box, data.insert)
  show(box)
  return () => { clearTimeout(box.timer); if (box.area.value !== box.base) remember(box); underway.delete(box.draft); boxes.delete(parentElement) }
}
