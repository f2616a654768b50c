package eu.mieux.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class OverviewPageTest extends BrowserTest {

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeEach
    void open() {
        AnnualReports.mood = AnnualReports.Mood.WELL;
        page = browser().newPage(new Browser.NewPageOptions().setLocale("en-GB"));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        AnnualReports.mood = AnnualReports.Mood.WELL;
        page.close();
    }

    private void visit(String path) {
        page.navigate(address(path));
    }

    private Locator section(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private Locator tile(String label) {
        return page.locator(".tile")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(label).setExact(true))));
    }

    @Test
    void the_latest_published_year_is_shown_at_a_glance() {
        visit("/");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("2017 at a glance");
        assertThat(page).hasTitle("2017 at a glance – MIEUX");
        assertThat(page.getByText("Figures as of 15 March 2018.")).isVisible();
        assertThat(tile("Activities")).containsText("64");
        assertThat(tile("Activities")).containsText("+16.4% · 55 in 2016");
        assertThat(tile("Launched within three months")).containsText("+12.5 points · 50% in 2016");
        assertThat(complaints).isEmpty();
    }

    @Test
    void activities_per_region_stand_beside_those_of_the_year_before_and_africa_is_not_counted_twice() {
        visit("/");
        Locator bars = section("Activities per region").getByRole(AriaRole.LISTITEM);
        assertThat(bars).hasCount(6);
        assertThat(bars.first()).containsText(Pattern.compile("Latin America and the Caribbean\\s*21\\s*6 in 2016"));
        assertThat(bars.last()).containsText(Pattern.compile("Interregional\\s*0"));
        assertThat(bars.first().locator("rect.now")).hasAttribute("width", "100.00%");
    }

    @Test
    void the_beneficiary_countries_are_on_the_map_and_in_a_list() {
        visit("/");
        Locator world = section("Where it went");
        assertThat(world).containsText("39 countries benefited from Activities in 2017.");
        assertThat(world.getByRole(AriaRole.IMG)).isVisible();
        assertThat(world.locator("path[data-country=KE]")).hasClass(Pattern.compile("benefits"));
        assertThat(world.locator("path[data-country=FR]")).not().hasClass(Pattern.compile("benefits"));
        assertThat(world.locator("circle[data-country=MU]")).isVisible();
        assertThat(world.locator(".countries li")).hasCount(39);
        assertThat(world.locator(".countries")).containsText("Costa Rica");
    }

    @Test
    void a_figure_that_rests_on_illustrative_records_says_so_with_the_share() {
        visit("/");
        assertThat(page.getByText("Some figures rest in part on illustrative records"))
                .isVisible();
        assertThat(tile("Participants")).containsText("73.4% of the records behind this figure are illustrative");
        assertThat(tile("New requests")).not().containsText("illustrative");
        assertThat(section("Who was deployed"))
                .containsText("86.9% of the records behind each of these figures are illustrative");
    }

    @Test
    void every_figure_is_there_with_its_definition_and_the_way_to_its_records() {
        visit("/");
        page.getByText("All 31 figures of the report").click();
        Locator row =
                page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Deliverables handed over"));
        assertThat(row).containsText("Deliverables handed over in the year.");
        assertThat(row.getByRole(AriaRole.LINK))
                .hasAttribute("href", "/api/v1/annual-reports/2017/figures/deliverables.handed-over/records");
        Locator unknown =
                page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Kilometres travelled"));
        assertThat(unknown).containsText("not known");
    }

    @Test
    void it_links_to_the_reference_the_document_the_report_and_its_ledger() {
        visit("/");
        Locator links = page.getByRole(AriaRole.CONTENTINFO).getByRole(AriaRole.LINK);
        assertThat(links).hasCount(4);
        assertThat(links.nth(0)).hasAttribute("href", "/docs");
        assertThat(links.nth(1)).hasAttribute("href", "/openapi.yaml");
        assertThat(links.nth(2)).hasAttribute("href", "/api/v1/annual-reports/2017");
        assertThat(links.nth(3)).hasAttribute("href", "/api/v1/annual-reports/2017/ledger");
    }

    @Test
    void another_year_can_be_chosen_and_has_an_address_of_its_own() {
        visit("/");
        page.getByRole(AriaRole.COMBOBOX).selectOption("2016");
        assertThat(page).hasTitle("2016 at a glance – MIEUX");
        assertThat(page).hasURL(Pattern.compile("\\?year=2016$"));
        assertThat(page.getByText("No country benefited from Activities in 2016."))
                .isVisible();
        page.goBack();
        assertThat(page).hasTitle("2017 at a glance – MIEUX");
    }

    @Test
    void what_the_api_says_is_shown_and_never_run() {
        visit("/?year=2016");
        assertThat(page.locator(".tile h3").first()).hasText(AnnualReports.NASTY_LABEL);
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page).hasTitle("2016 at a glance – MIEUX");
    }

    @Test
    void a_published_figure_stands_with_what_it_would_be_today_beside_it() {
        visit("/?year=2016");
        assertThat(page.locator(".tile").first().locator(".number")).hasText("0");
        assertThat(page.locator(".tile").first()).containsText("As known today: 2");
    }

    @Test
    void it_speaks_the_language_that_is_chosen_figures_included() {
        visit("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Français"))
                .click();
        assertThat(page).hasTitle("L'année 2017 en bref – MIEUX");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(tile("Experts déployés")).containsText("84");
        assertThat(section("Où cela a servi").locator(".countries")).containsText("Thaïlande");
    }

    @Test
    void before_the_first_report_is_published_a_sentence_says_so() {
        AnnualReports.mood = AnnualReports.Mood.NOTHING_PUBLISHED;
        visit("/");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("No annual report has been published yet.");
        assertThat(page.getByRole(AriaRole.COMBOBOX)).isHidden();
        assertThat(page.getByText("This report as JSON")).isHidden();
    }

    @Test
    void a_year_without_a_published_report_leads_to_those_that_have_one() {
        visit("/?year=2018");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("no published annual report for 2018. Published are: 2017, 2016.");
        page.getByRole(AriaRole.STATUS).getByText("2016").click();
        assertThat(page).hasTitle("2016 at a glance – MIEUX");
    }

    @Test
    void when_the_figures_cannot_be_had_it_says_why_and_tries_again_on_request() {
        AnnualReports.mood = AnnualReports.Mood.BROKEN;
        visit("/");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("The figures cannot be shown right now: The monitoring service");
        AnnualReports.mood = AnnualReports.Mood.WELL;
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasTitle("2017 at a glance – MIEUX");
        assertThat(page.getByRole(AriaRole.STATUS)).isHidden();
    }
}
