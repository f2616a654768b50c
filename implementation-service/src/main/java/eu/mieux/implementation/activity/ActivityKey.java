package eu.mieux.implementation.activity;

/**
 * What an Activity is called: its Action's code and its number there. As text {@code 2017-03/4}.
 *
 * @param number from 1
 */
public record ActivityKey(String actionCode, int number) {

    @Override
    public String toString() {
        return actionCode + "/" + number;
    }
}
