import { flag, method, pick, whole, words, type FakerMethod } from "./faker-method.ts";

const size = { width: whole("Width", 640, 1, 4000), height: whole("Height", 480, 1, 4000) };
const service = {
  service: flag(
    "Real service",
    false,
    "Addresses of the public service that shows such a picture, instead of a reserved domain.",
  ),
};

/** The address on a reserved domain, unless the real one is asked for: nobody's server is called by test data. */
const hosted = (url: string, { service: real }: { readonly service: boolean }): string =>
  real
    ? url
    : url.replace(
        /^https:\/\/([^/]+)/,
        (_all, host: string) => `https://${host.split(".").at(-2) ?? "images"}.example`,
      );

// urlLoremFlickr is deprecated in faker 10, with a line in the log at every call: its address is written here.

/** Methods about pictures. */
export const images: readonly FakerMethod[] = [
  method(
    "image.url",
    "Image URL",
    "Addresses of placeholder images.",
    "internet",
    "photo",
    "picture photo thumbnail",
    (f, p) => hosted(f.image.url({ width: p.width, height: p.height }), p),
    { params: { ...size, ...service }, version: 2 },
  ),
  method(
    "image.avatar",
    "Avatar URL",
    "Addresses of pictures of people.",
    "internet",
    "user-square",
    "picture portrait profile",
    (f, p) => hosted(f.image.avatar(), p),
    { params: service },
  ),
  method(
    "image.avatarGitHub",
    "Avatar URL by number",
    "Addresses of avatars, by the user's number.",
    "internet",
    "user-square",
    "picture github profile",
    (f, p) => hosted(f.image.avatarGitHub(), p),
    { params: service },
  ),
  method(
    "image.personPortrait",
    "Portrait URL",
    "Addresses of portraits.",
    "internet",
    "user-square",
    "picture avatar face photo",
    (f, p) =>
      hosted(f.image.personPortrait({ size: Number(p.size) as 512, ...(p.sex === "any" ? {} : { sex: p.sex }) }), p),
    {
      params: {
        sex: pick("Sex", ["any", "female", "male"], "Whose portraits they are."),
        size: pick("Size", ["512", "256", "128", "64", "32"], "Width and height in pixels."),
        ...service,
      },
    },
  ),
  method(
    "image.urlPicsumPhotos",
    "Photo URL",
    "Addresses of placeholder photographs.",
    "internet",
    "photo",
    "picture picsum",
    (f, p) =>
      hosted(
        f.image.urlPicsumPhotos({ width: p.width, height: p.height, grayscale: p.grayscale, blur: p.blur as 0 }),
        p,
      ),
    {
      params: {
        ...size,
        grayscale: flag("Grey", false, "Without colors."),
        blur: whole("Blur", 0, 0, 10, "0 is sharp."),
        ...service,
      },
    },
  ),
  method(
    "image.urlLoremFlickr",
    "Photo URL by topic",
    "Addresses of placeholder photographs of a topic.",
    "internet",
    "photo",
    "picture flickr category",
    (f, p) =>
      hosted(
        `https://loremflickr.com/${p.width}/${p.height}${p.category === "" ? "" : `/${encodeURIComponent(p.category)}`}?lock=${f.number.int({ max: 999_999 })}`,
        p,
      ),
    { params: { ...size, category: words("Topic", "", "Empty: any."), ...service } },
  ),
  method(
    "image.dataUri",
    "Image as data URI",
    "Small SVG pictures within the text.",
    "internet",
    "photo-code",
    "picture base64 svg inline",
    (f, p) => f.image.dataUri({ width: p.width, height: p.height, type: p.type }),
    {
      params: { ...size, type: pick("Written as", ["svg-uri", "svg-base64"], "Escaped, or in base 64.") },
      single: true,
      least: 200,
    },
  ),
];
