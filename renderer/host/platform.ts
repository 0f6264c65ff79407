/** Whether shortcuts use Cmd and keys are drawn as on a Mac. */
export const isMac = (): boolean => /mac|iphone|ipad/iu.test(navigator.userAgent);
