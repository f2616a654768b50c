package eu.mieux.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Lists, page by page. */
public final class Pages {

    private Pages() {}

    /**
     * The items of all pages of a list; a page is asked for when its first item is.
     *
     * <pre>{@code
     * Pages.items(
     *         cursor -> requests.listRequests(APIListRequestsRequest.newBuilder().cursor(cursor).build()),
     *         RequestListedPage::getItems,
     *         RequestListedPage::getNext)
     * }</pre>
     *
     * @param ask with the cursor of a page, null for the first
     * @param next where to ask on, null on the last page
     */
    public static <P, T> Stream<T> items(
            Function<@Nullable String, P> ask, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        Iterator<T> all = new Following<>(ask, items, next);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }

    private static final class Following<P, T> implements Iterator<T> {

        private final Function<@Nullable String, P> ask;
        private final Function<P, List<T>> items;
        private final Function<P, @Nullable String> next;
        private final Deque<T> left = new ArrayDeque<>();
        private @Nullable String cursor;
        private boolean last;

        Following(Function<@Nullable String, P> ask, Function<P, List<T>> items, Function<P, @Nullable String> next) {
            this.ask = ask;
            this.items = items;
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            while (left.isEmpty() && !last) {
                P page = ask.apply(cursor);
                left.addAll(items.apply(page));
                cursor = next.apply(page);
                last = cursor == null;
            }
            return !left.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return left.remove();
        }
    }
}
