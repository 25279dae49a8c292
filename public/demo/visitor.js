// The sign-in of the demo kiosk: the host's own part. It sends the form without leaving the page, says how it went, and
// asks for a fresh screen. The notice, the tools at the foot and the wiping are the tag's.

const WORDS = {
  pl: {
    welcome: "Witamy", do: "Zamelduj się tutaj i usiądź. Powiemy, że jesteś.", title: "Zamelduj się", name: "Imię i nazwisko",
    host: "Do kogo przychodzisz", phone: "Numer telefonu", "phone-why": "Żeby Cię znaleźć, gdy trzeba opuścić budynek.",
    from: "Skąd jesteś", optional: "nieobowiązkowe", vehicle: "Numer rejestracyjny", "vehicle-why": "Tylko jeśli tu parkujesz.",
    notice: "Przeczytaj informację o prywatności", demo: "To jest pokaz. Nic z tego, co wpiszesz, nie opuszcza ekranu.",
    done: "Gotowe", "done-do": "Usiądź, proszę. Powiedzieliśmy, że jesteś.", "done-close": "Zakończ",
    failed: "To do nas nie dotarło", "failed-do": "Powiedz o tym komuś przy ladzie. To, co wpisano, nadal tu jest.", "failed-close": "Wróć",
  },
  ur: {
    welcome: "خوش آمدید", do: "یہاں اندراج کریں، پھر تشریف رکھیں۔ ہم بتا دیں گے کہ آپ آ گئے ہیں۔", title: "اندراج کریں", name: "آپ کا نام",
    host: "آپ کس سے ملنے آئے ہیں", phone: "فون نمبر", "phone-why": "تاکہ عمارت خالی کرنی پڑے تو ہم آپ کو ڈھونڈ سکیں۔",
    from: "آپ کہاں سے آئے ہیں", optional: "اختیاری", vehicle: "گاڑی کا نمبر", "vehicle-why": "صرف اگر آپ نے یہاں گاڑی کھڑی کی ہے۔",
    notice: "رازداری کی اطلاع پڑھیں", demo: "یہ صرف نمونہ ہے۔ آپ جو لکھیں وہ اس اسکرین سے باہر نہیں جاتا۔",
    done: "آپ کا اندراج ہو گیا", "done-do": "تشریف رکھیں۔ ہم نے بتا دیا ہے کہ آپ آ گئے ہیں۔", "done-close": "ختم",
    failed: "یہ ہم تک نہیں پہنچا", "failed-do": "کاؤنٹر پر کسی کو بتائیں۔ جو آپ نے لکھا وہ ابھی یہیں ہے۔", "failed-close": "واپس جائیں",
  },
};

const page = document.documentElement;
const form = document.querySelector("#visitor");
const [done, failed] = ["#done", "#failed"].map((id) => document.querySelector(id));
const spoken = [...document.querySelectorAll("[data-say]")].map((element) => ({ element, english: element.textContent }));

// The kiosk says on the root element which language the visitor chose.
const speak = () => {
  const lang = page.dataset.councilNoticeLang;
  page.lang = lang ?? "en";
  page.dir = lang === "ur" ? "rtl" : "ltr";
  for (const { element, english } of spoken) element.textContent = WORDS[lang]?.[element.dataset.say] ?? english;
};
new MutationObserver(speak).observe(page, { attributeFilter: ["data-council-notice-lang"] });

// The sign-in that is on its way or on view. A reset makes it nobody's: an answer that comes after the visitor has gone is
// not shown to the next one, and does not clear what they type.
let current;
let clearing;
const fresh = () => window.CouncilNotice.reset();

form.addEventListener("submit", async (event) => {
  if (!window.CouncilNotice) return; // the browser sends it
  event.preventDefault();
  const sent = (current = {});
  let arrived;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    arrived = answer.ok;
  } catch {} // no connection
  // Somebody else stands here now, or the form was sent again.
  if (sent !== current) return;
  if (!arrived) return failed.showModal();
  done.showModal();
  clearing = setTimeout(fresh, 10_000);
});
// Also by Escape: whoever has signed in is done.
done.addEventListener("close", () => clearing && fresh());
done.querySelector("button").addEventListener("click", () => done.close());
failed.querySelector("button").addEventListener("click", () => failed.close());
document.addEventListener("council-notice:reset", () => {
  clearTimeout(clearing);
  current = clearing = null;
});
