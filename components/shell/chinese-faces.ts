import '@fontsource/noto-sans-sc/400.css';

/** Shows that the style sheet has been loaded; the faces in it are loaded only when needed. */
export const chineseFontsLoaded = true;
