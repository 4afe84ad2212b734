/** Radicals that stand for no character in Unicode's own tables, and beneath each the character that it is drawn for. */
const RADICALS =
  '⺁⺃⺅⺈⺉⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄' +
  '⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲';
const CHARACTERS =
  '厂乙亻刀刂小小兀尣尢尢巳幺彑彐忄心扌攵旡日月歹民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒网网网羊羊羊耂肀聿肉臼艹艹艹虎衤覀西' +
  '见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀';

const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  [...RADICALS].map((radical, i) => [radical, CHARACTERS.charAt(i)]),
);

/**
 * Some fonts map 见, 长 or 方 to the radical of the same shape (U+2E80 to U+2FDF) or to a compatibility ideograph: the text looks
 * right and no search finds it. They become the characters that were meant.
 */
export function unifyRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/gu, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));
}
