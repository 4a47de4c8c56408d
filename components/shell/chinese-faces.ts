import '@fontsource/noto-sans-sc/400.css';

/** Tells whoever waits for the style sheet that it was asked for; the faces in it come only when needed. */
export const facesAsked = true;
