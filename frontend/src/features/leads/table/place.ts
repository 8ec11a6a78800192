// Where a list was left, so that the way back from a lead leads to the same row.
let left = { list: "", offset: 0 };

export function keepPlace(list: string, offset: number) {
  left = { list, offset };
}

export function placeOf(list: string): number {
  return left.list === list ? left.offset : 0;
}
