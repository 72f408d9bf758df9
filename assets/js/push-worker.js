// Shows that there is news, and nothing about it: others read a locked screen too. What is pushed holds no words.
// It keeps no page and answers no request.
self.addEventListener("push", (event) => {
  event.waitUntil(
    self.registration.showNotification("Er is nieuws op Buurthulp", {
      body: "Tik om het te lezen.",
      lang: "nl",
      tag: "nieuws", // one line, however much there is
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/berichten-voor-jou"));
});
