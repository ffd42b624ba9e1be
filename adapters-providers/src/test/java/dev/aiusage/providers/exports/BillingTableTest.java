package dev.aiusage.providers.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.application.importing.ImportHints;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class BillingTableTest {

    private static final String FILE = "\uFEFF" + """
            "date","username","product","sku","model","quantity","unit_type","applied_cost_per_quantity","gross_amount",\
            "discount_amount","net_amount","total_monthly_quota","organization","repository","cost_center_name",\
            "aic_quantity","aic_gross_amount"
            "2026-05-30","monalisa","copilot","copilot_premium_request","GPT-5","3","requests","0.04","0.12","0.12","0","300","octo","","","",""
            "2026-05-30","hubot","copilot","copilot_premium_request","Claude Opus 4","10","requests","0.04","0.40","0","0.40","300","octo","octo/shop","","",""
            "2026-06-01","monalisa","Copilot","copilot_ai_credit","GPT-5","351.13","ai-credits","0.01","3.5113","2.2824","1.2289","1500","octo","","","",""
            "2026-06-01","monalisa","actions","actions_linux","","40","minutes","0.008","0.32","0","0.32","","octo","octo/shop","","",""
            """;

    @Test
    void premium_requests_and_net_amounts_of_copilot_count() throws Exception {
        var read = FileSink.read(FILE);

        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).isEqualTo(4);
        assertThat(read.tools).containsOnly(Tool.GITHUB_COPILOT).hasSize(3);
        assertThat(read.total().requests()).isEqualTo(RequestCount.of(13, RequestBasis.REQUESTS));
        assertThat(read.total().cost()).isEqualTo(billed("1.6289"));
        assertThat(read.total().tokens().isKnown()).isFalse();
        assertThat(read.part(Dimension.MODEL, "gpt-5").cost()).isEqualTo(billed("1.2289"));
        assertThat(read.part(Dimension.MODEL, "claude-opus-4").requests())
                .isEqualTo(RequestCount.of(10, RequestBasis.REQUESTS));
        assertThat(read.part(Dimension.MEMBER, "hubot").cost()).isEqualTo(billed("0.40"));
        assertThat(read.part(Dimension.PROJECT, "octo/shop").cost()).isEqualTo(billed("0.40"));
    }

    @Test
    void a_day_without_requests_on_its_bill_does_not_say_that_there_were_none() throws Exception {
        var read = FileSink.read(FILE);

        assertThat(read.days.get(2).measures().requests().isKnown()).isFalse();
    }

    @Test
    void fractions_of_requests_are_rounded_once_for_their_day() throws Exception {
        var row = "2026-05-30,monalisa,copilot,copilot_premium_request,GPT-5,0.33,requests,0\n";
        var read = FileSink.read("date,username,product,sku,model,quantity,unit_type,net_amount\n" + row.repeat(100));

        assertThat(read.total().requests()).isEqualTo(RequestCount.of(33, RequestBasis.REQUESTS));
        assertThat(read.part(Dimension.MEMBER, "monalisa").requests())
                .isEqualTo(read.total().requests());
    }

    @Test
    void only_the_account_that_is_asked_for_is_taken() throws Exception {
        var read = new FileSink(ImportHints.NONE.withAccount("hubot")).and(FILE);

        assertThat(read.total().cost()).isEqualTo(billed("0.40"));
        assertThat(read.days)
                .allMatch(day -> day.breakdowns(Dimension.MEMBER).findAny().isEmpty());
    }

    @Test
    void what_can_not_be_is_rejected() throws Exception {
        var read = FileSink.read("""
                date,product,sku,quantity,unit_type,net_amount
                2026-05-30,copilot,x,-3,requests,0
                2026-05-30,copilot,x,1e308,requests,0
                2026-05-30,copilot,x,3,requests,
                1970-01-01,copilot,x,3,requests,0
                """);

        assertThat(read.rejections.values())
                .containsExactly(
                        "quantity is negative",
                        "quantity is no number",
                        "net_amount is missing",
                        "date lies outside of the times of such tools");
    }

    private static Cost billed(String dollars) {
        return Cost.ofDollars(new BigDecimal(dollars), CostBasis.BILLED);
    }
}
