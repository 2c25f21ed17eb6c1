"""The collection as a whole: all study files read, validated and loaded, or nothing; and what is asked of it."""
