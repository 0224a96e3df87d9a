/// What a lead reads in her form and on her page, before she adjudicates.
package let adjudicationWords =
    "The readers differed on these criteria only. You aren't shown what they gave, so that you read freshly. The final "
    + "level is the middle of all marks; of an even number, the lower middle one."
