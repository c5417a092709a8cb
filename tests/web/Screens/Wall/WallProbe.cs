namespace OpsBoard.Web.Screens.Wall;

/// <summary>What is asked of a wall's page: is anything cut, on top of something else, outside, too small, or on the seam.</summary>
internal static class WallProbe
{
    private const string Texts =
        """
        const texts = [];
        const walker = document.createTreeWalker(document.getElementById('stage'), NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const element = node.parentElement;
          if (!node.nodeValue.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
          if (element.closest('.word, noscript')?.matches(':lang(en) .word, noscript')) continue;
          const range = document.createRange();
          range.selectNode(node);
          texts.push([element, range.getBoundingClientRect(), node.nodeValue]);
        }
        """;

    /// <summary>A text is cut when it reaches out of the panel that holds it, or out of the screen.</summary>
    public const string Cut = "() => {" + Texts +
        """
          return texts.filter(([element, box]) => {
            const panel = (element.closest('.tile, .figure, td, th, h2, .card, .legend, header > *, footer > *') ?? document.body).getBoundingClientRect();
            const holder = element.closest('section, header, footer, .headline').getBoundingClientRect();
            return box.left < panel.left - 1 || box.right > panel.right + 1 || box.right > innerWidth || box.left < 0 || box.right > holder.right + 1;
          }).map(([, , text]) => text);
        }
        """;

    /// <summary>The same of numbers alone: a name that is too long may end in an ellipsis, a number never.</summary>
    public const string CutNumbers = "() => {" + Texts +
        """
          return texts.filter(([element, box]) => {
            const number = element.closest('.num:not(.name)');
            if (!number) return false;
            const panel = element.closest('.tile, .figure, td, .card, .rest, header > *, footer > *').getBoundingClientRect();
            return box.left < panel.left - 1 || box.right > panel.right + 1;
          }).map(([element, , text]) => `${element.dataset.k} ${text}`);
        }
        """;

    /// <summary>Texts on the middle of the screen, wherever the shift has the stage.</summary>
    public const string OnSeam = "() => [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((place) => { document.body.dataset.shift = place;" + Texts +
        " return texts.filter(([, box]) => box.left < innerWidth / 2 && box.right > innerWidth / 2).map(([, , text]) => text); })";

    public const string Overlapping =
        """
        () => {
          const boxes = [...document.querySelectorAll('.tile, .figure, .card, h2, .legend, .worst, .rest, .card h3, .card .rate, .card dl, .card table, .standing, .queue, header, footer')]
            .filter(n => n.checkVisibility()).map(n => [n, n.getBoundingClientRect()]);
          return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) => !a.contains(b) && !b.contains(a)
            && p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1).map(([b]) => `${a.textContent} / ${b.textContent}`));
        }
        """;

    public const string Outside =
        "() => [...document.querySelectorAll('#stage *')].filter(n => n.checkVisibility() && getComputedStyle(n).display !== 'inline').filter(n => { const b = n.getBoundingClientRect(); return b.bottom > innerHeight || b.top < 0 || b.right > innerWidth + 1 && !n.closest('.name, .date, .word'); }).map(n => n.className + n.textContent.slice(0, 20))";

    /// <summary>Minutes of arc of the smallest glyphs: digits are 0.73 em high, Chinese characters 0.92 em, of which units after a figure take 62 %.</summary>
    public const string Smallest =
        """
        selector => {
          const am = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--am'));
          return Math.min(99, ...[...document.querySelectorAll(selector)].filter(n => n.checkVisibility() && n.textContent.trim())
            .map(n => parseFloat(getComputedStyle(n).fontSize) * (/[0-9A-Za-z]/.test(n.textContent) ? 0.73 : 0.92) / am));
        }
        """;
}
