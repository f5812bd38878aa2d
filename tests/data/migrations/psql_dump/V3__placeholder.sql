CREATE TABLE ${schema}.pets (id bigint);
${more};
