/** The marks of the picture as small canvases: shape repeats what colour says. Drawn at twice their size for sharp edges. */
const SIZE_PX = 40;

export function crossMark(colour: string, halo: string): HTMLCanvasElement {
  return drawMark((context) => {
    context.lineCap = 'round';
    for (const [style, width] of [[halo, 14], [colour, 8]] as const) {
      context.strokeStyle = style;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(9, 9);
      context.lineTo(31, 31);
      context.moveTo(31, 9);
      context.lineTo(9, 31);
      context.stroke();
    }
  });
}

export function triangleMark(colour: string, halo: string): HTMLCanvasElement {
  return drawMark((context) => fillShape(context, [[20, 5], [36, 34], [4, 34]], { colour, halo }));
}

export function diamondMark(colour: string, halo: string): HTMLCanvasElement {
  return drawMark((context) => fillShape(context, [[20, 4], [36, 20], [20, 36], [4, 20]], { colour, halo }));
}

function fillShape(context: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[], ink: { colour: string; halo: string }): void {
  context.beginPath();
  corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 6;
  context.strokeStyle = ink.halo;
  context.stroke();
  context.fillStyle = ink.colour;
  context.fill();
}

function drawMark(draw: (context: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE_PX;
  const context = canvas.getContext('2d');
  if (context !== null) draw(context);
  return canvas;
}
