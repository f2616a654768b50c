package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker goes away: PostgreSQL is the commit point, so the shop goes on. */
class BrokerCrash {

    private final Books books = Premises.books();
    private ShopProcess shop;
    private UUID shoe;

    @BeforeEach
    void open() {
        shop = ShopProcess.start();
        shoe = shop.add(UUID.randomUUID().toString(), 1000);
        books.assertSettled();
    }

    @AfterEach
    void close() {
        shop.close();
        if (!RealSuite.broker().isRunning()) {
            RealSuite.broker().restart();
        }
    }

    @Test
    void without_a_broker_the_shop_sells_starts_and_is_ready_and_the_queue_drains_when_it_is_back() {
        RealSuite.broker().kill();
        sell(5);
        assertThat(shop.isReady()).isTrue();
        assertThat(books.queued()).isEqualTo(5);

        shop.close();
        shop = ShopProcess.start();
        sell(5);
        assertThat(shop.isReady()).isTrue();
        assertThat(books.queued()).isEqualTo(10);

        RealSuite.broker().restart();
        books.assertSettled();
        assertThat(books.rows("select sales from till where shoe_id = ?", shoe)).containsExactly("10");
    }

    private void sell(int times) {
        for (int i = 0; i < times; i++) {
            shop.sellSurely(shoe);
        }
    }
}
