// Steps of a page, of which one is shown: the button above them shows one after the other, and stops at the last or when
// it is pressed again. Without a script each step has links to those beside it. Nothing moves between two steps, so
// readers who want less motion see the same.

import "./time_brush.js"; // sliders of the same page

const MILLISECONDS = 1600;

const playing = new WeakMap(); // button → its timer and its label while it is not playing

const stop = button => {
  const state = playing.get(button);
  if (!state) return;
  clearInterval(state.timer);
  button.replaceChildren(...state.label);
  playing.delete(button);
};

const shownOf = steps => Math.max(0, steps.findIndex(step => !step.hidden));

const show = (steps, number) => steps.forEach((step, place) => { step.hidden = place !== number; });

const advance = (button, steps) => {
  if (!button.isConnected) return stop(button);
  const next = shownOf(steps) + 1;
  if (next < steps.length) show(steps, next);
  if (next >= steps.length - 1) stop(button);
};

const play = button => {
  const steps = [...button.closest(".stepped").querySelectorAll(".step")];
  if (shownOf(steps) === steps.length - 1) show(steps, 0);
  const timer = setInterval(() => advance(button, steps), MILLISECONDS);
  playing.set(button, { timer, label: [...button.childNodes] });
  button.replaceChildren(button.dataset.pause);
};

const toggle = event => {
  const button = event.target instanceof Element ? event.target.closest(".stepped button.play") : null;
  if (!button) return;
  if (playing.has(button)) stop(button);
  else play(button);
};

export default function () {
  document.addEventListener("click", toggle);
  return () => document.removeEventListener("click", toggle);
}
