package org.latchkey.brand;

/**
 * A model that a brand's table does not have yet, and the one that it is like: it is told what that
 * one is told. So a model that came out yesterday need not wait for a release.
 *
 * @param brand the brand's id
 * @param name its name, of 1 to 64 printable ASCII characters, in no table yet
 * @param like the name of a model in the brand's table, in any case
 * @since 1.0
 */
public record LikeModel(String brand, String name, String like) {}
