import { expect, it } from 'vitest';
import { locales } from '@/lib/locale';
import { deviceName } from './device-name';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const chrome = `${webkit} Chrome/140.0.0.0 Safari/537.36`;

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome 140 · Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/140.0.0.0`,
    'Microsoft Edge 140 · Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128 · Linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari 18 · macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49 NetType/WIFI Language/zh_CN',
    'WeChat 8 · iOS',
  ],
  [`Mozilla/5.0 (Phone; OpenHarmony 5.0) ${chrome} ArkWeb/4.1`, 'Chrome 140 · HarmonyOS'],
])('names %s as people do', (userAgent, name) => {
  expect(deviceName(userAgent, 'en')).toBe(name);
});

it('names the browsers of China as they are known there', () => {
  expect(deviceName('Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49', 'zh-CN')).toBe(
    '微信 8 · Android',
  );
  expect(deviceName('Mozilla/5.0 (Linux; Android 14) UCBrowser/15.1', 'zh-CN')).toContain(
    'UC 浏览器 15',
  );
  expect(deviceName('Mozilla/5.0 (Linux; Android 14) MQQBrowser/15.1', 'zh-CN')).toContain(
    'QQ 浏览器',
  );
});

it('says that the browser is unknown where it is', () => {
  for (const said of ['', ' ', 'unknown', 'a browser', 'curl/8.5.0', '<script>', '浏览器']) {
    expect(deviceName(said, 'zh-CN'), said).toBe('未知设备');
    expect(deviceName(said, 'en'), said).toBe('Unknown device');
  }
});

it('shows names that every object has as ordinary text', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    expect(deviceName(`${name}/1.0 (a) b`, 'en')).toBe(`${name} 1`);
  }
});

it('is short whatever the browser sends', () => {
  for (const locale of locales) {
    for (const said of [`Mozilla/5.0 (${'x'.repeat(380)}`, `${'x'.repeat(390)}/1.0 (a) b`]) {
      expect(deviceName(said, locale).length).toBeLessThan(60);
    }
  }
});
