// The document's language and title follow the reader's choice at once; a cookie brings it back next time.
export default function ({ data }) {
  document.documentElement.lang = data.language
  document.cookie = `${data.cookie}=${data.language}; path=/; max-age=31536000; samesite=lax`
}
