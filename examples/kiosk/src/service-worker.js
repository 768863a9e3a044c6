// Keeps the whole app, so that it starts without a network. build.mjs fills in what to keep, and the cache's name.

const CACHE = 'kiosk-VERSION';
const FILES = [/* FILES */];

// Where storage is full, the app goes on without: it then needs the network.
async function keep() {
  try {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
  } catch {
    await caches.delete(CACHE).catch(() => {});
  }
}

async function forget() {
  const names = await caches.keys().catch(() => []);
  await Promise.all(names.filter((name) => name.startsWith('kiosk-') && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(request) {
  // 'reload' is how the page says that what it was given does not open.
  const kept = request.cache === 'reload' ? undefined
    : await caches.match(request, { cacheName: CACHE, ignoreSearch: true }).catch(() => undefined);
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forget().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});
