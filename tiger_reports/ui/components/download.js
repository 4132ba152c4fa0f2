// Opens a signed address once for each number: the browser saves the file, the page stays.
export default function ({ data, parentElement }) {
  const host = parentElement.host ?? parentElement
  if (!data.address || host.dataset.done === String(data.number)) return
  host.dataset.done = String(data.number)
  const link = document.createElement("a")
  link.href = data.address
  link.download = ""
  document.body.append(link)
  link.click()
  link.remove()
}
