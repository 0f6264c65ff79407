import { method, type FakerMethod } from "./faker-method.ts";

/** Methods about the web, files and code. */
export const internet: readonly FakerMethod[] = [
  method("internet.url", "URL", "Web addresses.", "internet", "link", "website homepage link address", (f) =>
    f.internet.url(),
  ),
  method("internet.domainName", "Domain", "Domain names.", "internet", "world-www", "host site", (f) =>
    f.internet.domainName(),
  ),
  method(
    "internet.domainWord",
    "Domain word",
    "Domain names without what follows the dot.",
    "internet",
    "world-www",
    "host subdomain",
    (f) => f.internet.domainWord(),
  ),
  method(
    "internet.userAgent",
    "User agent",
    "What browsers call themselves.",
    "internet",
    "browser",
    "browser client",
    (f) => f.internet.userAgent(),
  ),
  method(
    "internet.password",
    "Password",
    "Passwords in plain text.",
    "internet",
    "password",
    "secret login",
    (f) => f.internet.password(),
    { single: true, least: 8 },
  ),
  method("internet.emoji", "Emoji", "Emoji.", "internet", "mood-smile", "smiley reaction icon", (f) =>
    f.internet.emoji(),
  ),
  method("internet.httpMethod", "HTTP method", "GET, POST and others.", "internet", "api", "verb request", (f) =>
    f.internet.httpMethod(),
  ),
  method("internet.protocol", "Protocol", "http and https.", "internet", "api", "scheme", (f) => f.internet.protocol()),
  method(
    "image.url",
    "Image URL",
    "Addresses of placeholder images.",
    "internet",
    "photo",
    "picture photo avatar thumbnail",
    (f) => f.image.url(),
  ),
  method("system.fileName", "File name", "Names of files.", "internet", "file", "attachment document", (f) =>
    f.system.fileName(),
  ),
  method("system.filePath", "File path", "Paths of files.", "internet", "folder", "directory path", (f) =>
    f.system.filePath(),
  ),
  method("system.fileExt", "File extension", "File name extensions.", "internet", "file", "suffix type", (f) =>
    f.system.fileExt(),
  ),
  method("system.mimeType", "MIME type", "Content types.", "internet", "file-type-xml", "content media type", (f) =>
    f.system.mimeType(),
  ),
  method("system.semver", "Version number", "Versions such as 4.12.3.", "internet", "versions", "release semver", (f) =>
    f.system.semver(),
  ),
  method("git.branch", "Git branch", "Names of branches.", "internet", "git-branch", "version control", (f) =>
    f.git.branch(),
  ),
  method(
    "git.commitMessage",
    "Commit message",
    "Messages of commits.",
    "internet",
    "git-commit",
    "version control log",
    (f) => f.git.commitMessage(),
  ),
];
