import { expect, test } from "vitest";
import { mayOpenExternally } from "./external-links.ts";

test.each(["https://github.com/", "https://www.sqlite.org/lang.html#x", "mailto:someone@example.com"])(
  "opens %s",
  (address) => {
    expect(mayOpenExternally(address)).toBe(true);
  },
);

test.each([
  "",
  "github.com",
  "//github.com",
  "http://github.com/",
  "file:///etc/passwd",
  "file://server/share/run.exe",
  "FILE:///etc/passwd",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>1</script>",
  "blob:https://github.com/1",
  "vbscript:msgbox(1)",
  "smb://server/share",
  "ftp://github.com/",
  "ssh://github.com/",
  "telnet://github.com/",
  "ldap://github.com/",
  "ms-msdt:/id PCWDiagnostic",
  "ms-word:ofe|u|https://github.com/x.docx",
  "ms-settings:privacy",
  "search-ms:query=x&crumb=location:\\\\server",
  "x-apple.systempreferences:",
  "vscode://file/etc/passwd",
  "app://seedloom/index.html",
  "about:blank",
  "chrome://gpu",
  "view-source:https://github.com/",
  "https://github.com@evil.com/",
  "https://a@github.com/",
  "https://a:b@github.com/",
  "https://github.com.evil.com/",
  "https://evil.com/github.com",
  "https://github.com:8443/",
  "https://gıthub.com/",
  "https:\\\\github.com",
  " https://github.com/",
  "https://github.com/\tx",
  "mailto:",
  "mailto:a@example.com?attach=/etc/passwd",
  "mailto:a@example.com,b@example.com",
])("refuses %j", (address) => {
  expect(mayOpenExternally(address)).toBe(false);
});
