package org.broadsheet.wire.format.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireTime;
import org.junit.jupiter.api.Test;

class NewsMl1Test {
    private static final String IDENTIFICATION = """
            <Identification><NewsIdentifier><ProviderId>nord.example</ProviderId><DateId>20261126</DateId>
            <NewsItemId>N1</NewsItemId><RevisionId PreviousRevision="1" Update="%1$s">2</RevisionId>
            <PublicIdentifier>urn:newsml:nord.example:20261126:N1:2%1$s</PublicIdentifier></NewsIdentifier></Identification>
            """;

    private static String item(String management, String components) {
        return "<NewsItem>" + IDENTIFICATION.formatted("U") + "<NewsManagement><NewsItemType FormalName='News'/>"
                + "<FirstCreated>20261126T080000+0700</FirstCreated>"
                + "<ThisRevisionCreated>20261126T093000+0700</ThisRevisionCreated>" + management + "</NewsManagement>"
                + components + "</NewsItem>";
    }

    private static List<WireItem> read(String items) {
        String xml = "<?xml version='1.0' encoding='UTF-8'?><NewsML Version='1.2'><NewsEnvelope>"
                + "<DateAndTime>20261126T100000Z</DateAndTime><Priority FormalName='4'/></NewsEnvelope>" + items
                + "</NewsML>";
        Outcome outcome = Formats.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).items();
    }

    private static String text(String role, String content) {
        return "<NewsComponent><Role FormalName='" + role
                + "'/><ContentItem><MediaType FormalName='Text'/><DataContent>" + content
                + "</DataContent></ContentItem></NewsComponent>";
    }

    @Test
    void every_revision_of_an_item_has_one_series_and_an_identifier_of_its_own() {
        WireItem item = read(item("<Status FormalName='Usable'/>", text("Main", "<p>A.</p>")))
                .getFirst();

        assertThat(item.identifier()).isEqualTo("urn:newsml:nord.example:20261126:N1:2U");
        assertThat(item.guid()).isEqualTo("urn:newsml:nord.example:20261126:N1");
        assertThat(item.version()).hasValue("2");
        assertThat(item.unmapped()).containsEntry("PreviousRevision", "1").containsEntry("RevisionId/Update", "U");
        assertThat(item.urgency()).hasValue(4);
        assertThat(item.updated().map(WireTime::iso)).hasValue("2026-11-26T09:30:00+07:00");
    }

    @Test
    void an_embargo_lifts_when_the_status_will_change_and_holds_until_somebody_lifts_it_otherwise() {
        WireItem timed = read(item(
                        "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
                                + "<DateAndTime>20261127T060000+0700</DateAndTime></StatusWillChange>",
                        text("Main", "<p>A.</p>")))
                .getFirst();
        WireItem open = read(item("<Status FormalName='Embargoed'/>", text("Main", "<p>A.</p>")))
                .getFirst();

        assertThat(timed.embargo().map(WireTime::iso)).hasValue("2026-11-27T06:00:00+07:00");
        assertThat(timed.status()).isEqualTo(WireStatus.USABLE);
        assertThat(open.status()).isEqualTo(WireStatus.WITHHELD);
    }

    @Test
    void a_status_or_an_instruction_takes_an_item_back() {
        for (String kill : List.of(
                "<Status FormalName='Canceled'/>",
                "<Status FormalName='Usable'/><Instruction FormalName='Kill'/>",
                "<Status FormalName='Usable'/><Instruction FormalName='Delete'/>")) {
            assertThat(read(item(kill, "")).getFirst().status()).as(kill).isEqualTo(WireStatus.CANCELED);
        }
        assertThat(read(item("<Status FormalName='Withheld'/>", "")).getFirst().status())
                .isEqualTo(WireStatus.WITHHELD);
    }

    @Test
    void text_comes_as_nitf_as_xhtml_as_plain_text_and_in_base64() {
        String nitf = "<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>";
        String encoded = Base64.getEncoder().encodeToString("One.\n\nTwo.".getBytes(StandardCharsets.UTF_8));
        for (String content : List.of(
                nitf,
                "<![CDATA[" + nitf + "]]>",
                "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>One.</p><p>Two.</p></body></html>",
                "<p>One.</p><p>Two.</p>",
                "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;",
                "One.\n\nTwo.",
                "&lt;b&gt;One.&lt;/b&gt;\n\nTwo.")) {
            assertThat(read(item("", text("Main", content))).getFirst().paragraphs())
                    .as(content)
                    .containsExactly("One.", "Two.");
        }
        String base64 =
                "<NewsComponent><ContentItem><MediaType FormalName='Text'/><Encoding Notation='base64'><DataContent>"
                        + encoded + "</DataContent></Encoding></ContentItem></NewsComponent>";
        assertThat(read(item("", base64)).getFirst().paragraphs()).containsExactly("One.", "Two.");
    }

    @Test
    void a_picture_is_one_however_many_renditions_it_has_and_its_words_stay_with_it() {
        String picture = """
                <NewsComponent><Role FormalName="Illustration"/>
                <NewsComponent><Role FormalName="Photo"/>
                <NewsLines><ByLine>Ph. Grapher</ByLine><CopyrightLine>(c) Nord</CopyrightLine></NewsLines>
                <NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>
                <DataContent><p>The port.</p></DataContent></ContentItem></NewsComponent>
                <NewsComponent><Role FormalName="Thumbnail"/><ContentItem Href="t.jpg"><MediaType FormalName="Photo"/>
                <Characteristics><Property FormalName="Width" Value="100"/><Property FormalName="Height" Value="80"/>
                </Characteristics></ContentItem></NewsComponent>
                <NewsComponent><Role FormalName="HighDef"/><ContentItem Href="big.jpg"><MediaType FormalName="Photo"/>
                <MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="Width" Value="3000"/>
                <Property FormalName="Height" Value="2000"/></Characteristics></ContentItem></NewsComponent>
                </NewsComponent></NewsComponent>
                """;
        WireItem item = read(item(
                        "",
                        "<NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines>" + text("Main", "<p>Story.</p>")
                                + picture + "</NewsComponent>"))
                .getFirst();

        assertThat(item.paragraphs()).containsExactly("Story.");
        assertThat(item.byline()).isEmpty();
        assertThat(item.pictures()).singleElement().satisfies(p -> {
            assertThat(p.href()).isEqualTo("big.jpg");
            assertThat(p.caption()).hasValue("The port.");
            assertThat(p.credit()).hasValue("Ph. Grapher");
            assertThat(p.rights()).hasValue("(c) Nord");
            assertThat(p.width()).hasValue(3000);
        });
        assertThat(read(item("", picture)).getFirst().kind()).hasValue("picture");
    }

    @Test
    void a_picture_within_the_document_is_found_again_by_its_address() {
        byte[] bytes = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 7};
        String xml = "<NewsML>"
                + item(
                        "",
                        "<NewsComponent><Role FormalName='Photo'/><ContentItem><MediaType FormalName='Photo'/>"
                                + "<Encoding Notation='http://www.iptc.org/encodings#base64'><DataContent>"
                                + Base64.getEncoder().encodeToString(bytes)
                                + "</DataContent></Encoding></ContentItem></NewsComponent>")
                + "</NewsML>";
        byte[] document = xml.getBytes(StandardCharsets.UTF_8);
        WirePicture picture = ((Outcome.Accepted) Formats.read(document))
                .items()
                .getFirst()
                .pictures()
                .getFirst();

        assertThat(Formats.picture(document, picture.href()))
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes));
    }

    @Test
    void topics_are_named_by_the_document_itself_in_its_own_language() {
        String topics = """
                <TopicSet Duid="set" FormalName="Subjects">
                <Topic Duid="t1"><TopicType FormalName="Person"/><FormalName Scheme="Nord">P7</FormalName>
                <Description xml:lang="id" Variant="Name">Ibu Contoh</Description></Topic>
                <Topic><TopicType FormalName="Subject"/><FormalName Scheme="IptcSubjectCodes">04000000</FormalName>
                <Description xml:lang="el" Variant="Name">Οικονομία</Description>
                <Description xml:lang="id" Variant="Name">Ekonomi</Description></Topic></TopicSet>
                """;
        WireItem item = read("<Catalog Href='http://nowhere.example/catalog.xml'/>" + item("", """
                <NewsComponent>%s<DescriptiveMetadata><Language FormalName="id"/>
                <SubjectCode><Subject FormalName="04000000" Scheme="IptcSubjectCodes"/></SubjectCode>
                <TopicOccurrence Topic="#t1"/></DescriptiveMetadata></NewsComponent>
                """.formatted(topics)))
                .getFirst();

        assertThat(item.subjects())
                .extracting(s -> s.code() + " " + s.name().orElse("") + " " + s.kind())
                .containsExactly("04000000 Ekonomi subject", "P7 Ibu Contoh person");
    }

    @Test
    void several_items_in_one_package_are_several_and_another_language_is_no_second_body() {
        String two = "<NewsComponent xml:lang='nl'>" + text("Body", "Eerste tekst.") + "</NewsComponent>"
                + "<NewsComponent xml:lang='fr'>" + text("Body", "Premier texte.") + "</NewsComponent>";
        List<WireItem> items = read(item("", two) + item("", text("Main", "B.")).replace("N1", "N2"));

        assertThat(items).hasSize(2);
        assertThat(items.getFirst().paragraphs()).containsExactly("Eerste tekst.");
        assertThat(items.getFirst().unmapped()).containsEntry("NewsComponent body", "Premier texte.");
        assertThat(items.get(1).guid()).endsWith(":N2");
    }

    @Test
    void an_item_within_another_is_one_of_its_own() {
        String inner = item("", text("Main", "Inner.")).replace("N1", "N2");
        List<WireItem> items = read(item("", "<NewsComponent>" + text("Main", "Outer.") + inner + "</NewsComponent>"));

        assertThat(items).extracting(WireItem::paragraphs).containsExactly(List.of("Outer."), List.of("Inner."));
        assertThat(items.getFirst().links())
                .extracting(l -> l.relation() + " " + l.href())
                .containsExactly("item urn:newsml:nord.example:20261126:N2:2U");
    }

    @Test
    void it_is_read_with_its_namespace_and_without_whatever_the_prefix() {
        String plain = "<NewsML>" + item("", text("Main", "<p>A.</p>")) + "</NewsML>";
        String prefixed = plain.replaceAll("<(/?)(?=[A-Z])", "<$1n:")
                .replaceFirst("<n:NewsML", "<n:NewsML xmlns:n='http://iptc.org/std/NewsML/2003-10-10/'");
        String named = plain.replaceFirst("<NewsML", "<NewsML xmlns='http://iptc.org/std/NewsML/2003-10-10/'");
        for (String xml : List.of(plain, prefixed, named)) {
            Outcome outcome = Formats.read(xml.getBytes(StandardCharsets.UTF_8));
            assertThat(outcome).as(xml).isInstanceOf(Outcome.Accepted.class);
            assertThat(((Outcome.Accepted) outcome).items().getFirst().paragraphs())
                    .containsExactly("A.");
        }
    }

    @Test
    void an_identifier_that_names_only_the_provider_groups_nothing() {
        String bare = item("", text("Main", "A."))
                .replaceFirst("<NewsItemId>N1", "<NewsItemId>0")
                .replaceFirst("urn:newsml:nord.example:20261126:N1:2U", "urn:newsml:nord.example");
        WireItem item = read(bare).getFirst();

        assertThat(item.identifier()).isEqualTo("urn:newsml:nord.example");
        assertThat(item.guid()).startsWith("sha256:");
    }
}
