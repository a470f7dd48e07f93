package org.broadsheet.site.page;

/** Texts of invented stories with everything in them that the paper's subset of HTML allows. */
final class SampleText {
    static final String OPENING = """
            <p>When the team began, it did what few redesigns do and deleted first. A third of the pages had not been \
            opened by anyone in a year, and nearly half said the same thing as another page in slightly different words.</p>
            <p>What was left was tested with the people it was written for. They arrived from a search, on a phone, in a \
            hurry, and many of them were frightened. The measure of success became simple: how long until somebody who is \
            worried knows what to do next.</p>
            <p>The answer, before the work began, was four minutes. In the last round of tests it was forty seconds, and \
            most of that was spent reading a single paragraph that three editors had argued over for a week.</p>
            """;

    static final String WHOLE = OPENING + """
            <h2>What they kept</h2>
            <p>The old site had grown the way most do: every office <em>added</em>, nobody <strong>took away</strong>. By \
            2023 it held 200,000 pages, 61 of them about the same <a href="/topics/health">vaccine</a>. “We were \
            publishing for each other,” said Amélie Okonjo, who led the work. “Nobody had asked the reader.”</p>
            <blockquote><p>The measure of success became simple: how long until somebody who is worried knows what to do \
            next.</p></blockquote>
            <p>Three rules came out of the first month, and they have held:</p>
            <ul><li>One page for one question.</li><li>The answer in the first sentence, in words a \
            twelve-year-old knows.</li><li>A date, and a name, on everything.</li></ul>
            <h3>The numbers</h3>
            <table><thead><tr><th>Measure</th><th>Before</th><th>After</th></tr></thead><tbody><tr><td>Pages</td>\
            <td>200,000</td><td>14,300</td></tr><tr><td>Seconds to an answer</td><td>240</td><td>40</td></tr></tbody></table>
            <aside><p>The figures are from the agency’s own tests with 412 people, September to November.</p></aside>
            <p>Costs fell too, though nobody had promised that. The search engine, once the most visited page, is now the \
            ninth. The call centre answers a fifth fewer calls, and those it does answer last longer, because they are the \
            ones that need a person.</p>
            <hr>
            <p>The next part is harder. The same paragraphs have to work in eleven languages, and in H<sub>2</sub>O-clear \
            prose.</p>
            """;

    static final String QUOTED = """
            <p>“Nobody reads the manual,” the harbour master said, “and so the manual has to read like the letters people \
            do open.” He had rewritten it eleven times since the spring, each time shorter, and each time somebody found \
            the way to the right pier without asking him.</p><p>It rained.</p>
            """;

    private SampleText() {}
}
